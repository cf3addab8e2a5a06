/*
 * invalidate-pages PAGES BATCH PASIDS
 *
 * On the kernel's iommufd mock: PASIDS first-stage HWPTs on PASIDs of their own, and the calls that invalidate PAGES pages of
 * them, BATCH pages of one HWPT to a call, the HWPTs in turns. Prints the milliseconds that they take, the second time.
 *
 * The same calls as programs/invalidate-pages.ts, ready made: there are no descriptors to read.
 */

#include "mock.h"

enum { INVALIDATE_SELFTEST = 0xdeadbeef, IOTLB_NUM = 4 };

struct hwpt_invalidate {
	uint32_t size, hwpt_id;
	uint64_t data_uptr;
	uint32_t data_type, entry_len, entry_num, reserved;
};

struct entry {
	uint32_t flags, iotlb_id;
};

static void invalidate(uint32_t hwpt, struct entry *entries, uint32_t first, uint32_t count)
{
	struct hwpt_invalidate cmd = { .size = sizeof(cmd), .hwpt_id = hwpt, .entry_num = count };

	for (uint32_t index = 0; index < count; index++)
		entries[index] = (struct entry){ .iotlb_id = (first + index) % IOTLB_NUM };
	cmd.data_uptr = (uintptr_t)entries;
	cmd.data_type = INVALIDATE_SELFTEST;
	cmd.entry_len = sizeof(*entries);
	call(HWPT_INVALIDATE, &cmd);
}

static double invalidate_all(const uint32_t *hwpts, uint32_t pasids, struct entry *entries, uint32_t pages, uint32_t batch)
{
	double start = now_ms();

	for (uint32_t first = 0; first < pages; first += batch) {
		uint32_t left = pages - first;

		invalidate(hwpts[first / batch % pasids], entries, first, left < batch ? left : batch);
	}
	return now_ms() - start;
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 1;
	uint32_t pages = atoi(argv[1]), batch = atoi(argv[2]), pasids = atoi(argv[3]);
	uint32_t *hwpts = calloc(pasids, sizeof(*hwpts));
	struct entry *entries = calloc(batch, sizeof(*entries));

	if (!hwpts || !entries)
		return 1;
	struct mock mock = make_mock();
	for (uint32_t index = 0; index < pasids; index++) {
		hwpts[index] = alloc_first_stage(mock.dev, mock.parent, index + 1);
		attach(mock.stdev, index + 1, hwpts[index]);
	}

	invalidate_all(hwpts, pasids, entries, pages, batch);
	printf("%.4f\n", invalidate_all(hwpts, pasids, entries, pages, batch));

	for (uint32_t index = 0; index < pasids; index++) {
		detach(mock.stdev, index + 1);
		destroy(hwpts[index]);
	}
	free_mock(mock);
	return 0;
}
