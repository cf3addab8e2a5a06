/*
 * The kernel's iommufd mock from C. Structs are written out, since few systems have the headers: linux/iommufd.h,
 * drivers/iommu/iommufd/iommufd_test.h (7.3).
 */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

enum { DESTROY = 0x3b80, IOAS_ALLOC = 0x3b81, HWPT_ALLOC = 0x3b89, HWPT_INVALIDATE = 0x3b8d, TEST_CMD = 0x3ba0 };
enum { MOCK_DOMAIN_FLAGS = 12, PASID_ATTACH = 18, PASID_DETACH = 20 };
enum { NEST_PARENT = 1, ALLOC_PASID = 8, DEVICE_PASID = 4, DATA_SELFTEST = 0xdead };

struct destroy {
	uint32_t size, id;
};

struct ioas_alloc {
	uint32_t size, flags, out_ioas_id;
};

struct hwpt_alloc {
	uint32_t size, flags, dev_id, pt_id, out_hwpt_id, reserved, data_type, data_len;
	uint64_t data_uptr;
	uint32_t fault_id, reserved2;
};

struct test_cmd {
	uint32_t size, op, id, reserved;
	union {
		struct {
			uint32_t out_stdev_id, out_hwpt_id, out_idev_id, dev_flags;
		} device;
		struct {
			uint32_t pasid, pt_id;
		} move;
		uint64_t room[7];
	};
};

static int iommufd;

static inline void call(unsigned long request, void *argument)
{
	if (ioctl(iommufd, request, argument) < 0) {
		perror("ioctl");
		exit(1);
	}
}

static inline uint32_t alloc_hwpt(uint32_t flags, uint32_t dev, uint32_t pt, uint32_t *seed)
{
	struct hwpt_alloc alloc = { .size = sizeof(alloc), .flags = flags, .dev_id = dev, .pt_id = pt };

	if (seed) {
		alloc.data_type = DATA_SELFTEST;
		alloc.data_len = 2 * sizeof(*seed);
		alloc.data_uptr = (uintptr_t)seed;
	}
	call(HWPT_ALLOC, &alloc);
	return alloc.out_hwpt_id;
}

/* A first stage over the parent. */
static inline uint32_t alloc_first_stage(uint32_t dev, uint32_t parent, uint32_t seed)
{
	uint32_t data[2] = { seed, 0 };

	return alloc_hwpt(ALLOC_PASID, dev, parent, data);
}

static inline void attach(uint32_t stdev, uint32_t pasid, uint32_t hwpt)
{
	struct test_cmd cmd = { .size = sizeof(cmd), .op = PASID_ATTACH, .id = stdev };

	cmd.move.pasid = pasid;
	cmd.move.pt_id = hwpt;
	call(TEST_CMD, &cmd);
}

static inline void detach(uint32_t stdev, uint32_t pasid)
{
	struct test_cmd cmd = { .size = sizeof(cmd), .op = PASID_DETACH, .id = stdev };

	cmd.move.pasid = pasid;
	call(TEST_CMD, &cmd);
}

static inline void destroy(uint32_t id)
{
	struct destroy cmd = { .size = sizeof(cmd), .id = id };

	call(DESTROY, &cmd);
}

/* A device with PASIDs, its RID on a nest parent. */
struct mock {
	uint32_t ioas, stdev, dev, parent;
};

static inline struct mock make_mock(void)
{
	struct ioas_alloc ioas = { .size = sizeof(ioas) };
	struct test_cmd device = { .size = sizeof(device), .op = MOCK_DOMAIN_FLAGS };
	struct mock mock;

	iommufd = open("/dev/iommu", O_RDWR | O_CLOEXEC);
	if (iommufd < 0)
		exit(1);
	call(IOAS_ALLOC, &ioas);
	device.id = ioas.out_ioas_id;
	device.device.dev_flags = DEVICE_PASID;
	call(TEST_CMD, &device);
	mock.ioas = ioas.out_ioas_id;
	mock.stdev = device.device.out_stdev_id;
	mock.dev = device.device.out_idev_id;

	/* The mock attaches a new device's RID to an automatic HWPT, which no PASID can live with. */
	detach(mock.stdev, 0);
	mock.parent = alloc_hwpt(NEST_PARENT | ALLOC_PASID, mock.dev, mock.ioas, NULL);
	attach(mock.stdev, 0, mock.parent);
	return mock;
}

/* After what was made over the parent. */
static inline void free_mock(struct mock mock)
{
	detach(mock.stdev, 0);
	destroy(mock.parent);
	destroy(mock.stdev);
	destroy(mock.ioas);
}

static inline double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}
