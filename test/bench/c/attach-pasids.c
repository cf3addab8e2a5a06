/*
 * attach-pasids COUNT
 *
 * On the kernel's iommufd mock: COUNT first-stage HWPTs, each attached to a PASID of its own, and detached again.
 * Prints the milliseconds of the loop that attaches and of the loop that detaches, as "ATTACH DETACH".
 *
 * The same calls in the same order as programs/attach-pasids.ts. Structs are written out, since few systems have the
 * headers: linux/iommufd.h, drivers/iommu/iommufd/iommufd_test.h (7.3).
 */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

enum { DESTROY = 0x3b80, IOAS_ALLOC = 0x3b81, HWPT_ALLOC = 0x3b89, TEST_CMD = 0x3ba0 };
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

static void call(unsigned long request, void *argument)
{
	if (ioctl(iommufd, request, argument) < 0) {
		perror("ioctl");
		exit(1);
	}
}

static uint32_t alloc_hwpt(uint32_t flags, uint32_t dev, uint32_t pt, uint32_t *seed)
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

static void attach(uint32_t stdev, uint32_t pasid, uint32_t hwpt)
{
	struct test_cmd cmd = { .size = sizeof(cmd), .op = PASID_ATTACH, .id = stdev };

	cmd.move.pasid = pasid;
	cmd.move.pt_id = hwpt;
	call(TEST_CMD, &cmd);
}

static void detach(uint32_t stdev, uint32_t pasid)
{
	struct test_cmd cmd = { .size = sizeof(cmd), .op = PASID_DETACH, .id = stdev };

	cmd.move.pasid = pasid;
	call(TEST_CMD, &cmd);
}

static void destroy(uint32_t id)
{
	struct destroy cmd = { .size = sizeof(cmd), .id = id };

	call(DESTROY, &cmd);
}

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
	uint32_t count = argc > 1 ? atoi(argv[1]) : 0;
	uint32_t *hwpts = calloc(count + 1, sizeof(*hwpts));
	struct ioas_alloc ioas = { .size = sizeof(ioas) };
	struct test_cmd device = { .size = sizeof(device), .op = MOCK_DOMAIN_FLAGS };

	iommufd = open("/dev/iommu", O_RDWR | O_CLOEXEC);
	if (iommufd < 0 || !hwpts || count < 1)
		return 1;
	call(IOAS_ALLOC, &ioas);
	device.id = ioas.out_ioas_id;
	device.device.dev_flags = DEVICE_PASID;
	call(TEST_CMD, &device);
	uint32_t stdev = device.device.out_stdev_id, dev = device.device.out_idev_id;

	/* The mock attaches a new device's RID to an automatic HWPT, which no PASID can live with. */
	detach(stdev, 0);
	uint32_t parent = alloc_hwpt(NEST_PARENT | ALLOC_PASID, dev, ioas.out_ioas_id, NULL);
	attach(stdev, 0, parent);
	for (uint32_t pasid = 1; pasid <= count; pasid++) {
		uint32_t data[2] = { pasid, 0 };

		hwpts[pasid] = alloc_hwpt(ALLOC_PASID, dev, parent, data);
	}

	double start = now_ms();
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		attach(stdev, pasid, hwpts[pasid]);
	double attached = now_ms();
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		detach(stdev, pasid);
	double detached = now_ms();

	detach(stdev, 0);
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		destroy(hwpts[pasid]);
	destroy(parent);
	destroy(stdev);
	destroy(ioas.out_ioas_id);
	printf("%.4f %.4f\n", attached - start, detached - attached);
	return 0;
}
