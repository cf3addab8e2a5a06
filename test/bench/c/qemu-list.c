/*
 * qemu-list PASIDS
 *
 * A model of what QEMU's accelerated intel-iommu does to its cache at the first global invalidation: every entry of the
 * guest's table is read by itself, looked for in the device's list, and put at its head when it is not there. Host calls are
 * left out. Prints the milliseconds that takes.
 *
 * Source: hw/i386/intel_iommu_accel.c vtd_accel_fill_pc, struct VTDAccelPASIDCacheEntry (11.1).
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ENTRY_WORDS = 8 };

struct cached {
	void *device;
	uint64_t entry[ENTRY_WORDS];
	uint32_t pasid;
	uint32_t hwpt;
	struct cached *next;
	struct cached **self;
};

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static struct cached *find(struct cached *head, uint32_t pasid)
{
	for (struct cached *one = head; one; one = one->next)
		if (one->pasid == pasid)
			return one;
	return NULL;
}

int main(int argc, char **argv)
{
	uint32_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0, hwpts = 0;
	uint64_t (*memory)[ENTRY_WORDS] = calloc(count, sizeof(*memory));
	struct cached *head = NULL;

	if (!count || !memory)
		return 1;
	for (uint32_t pasid = 0; pasid < count; pasid++) {
		memory[pasid][0] = 0x41;
		memory[pasid][1] = pasid & 0xffff;
		memory[pasid][2] = 0x100000000 + pasid * 0x2000ull;
	}
	double start = now_ms();
	for (uint32_t pasid = 0; pasid < count; pasid++) {
		uint64_t entry[ENTRY_WORDS];

		memcpy(entry, memory[pasid], sizeof(entry));
		if (!(entry[0] & 1) || find(head, pasid))
			continue;
		struct cached *fresh = calloc(1, sizeof(*fresh));
		if (!fresh)
			return 1;
		fresh->pasid = pasid;
		memcpy(fresh->entry, entry, sizeof(entry));
		fresh->hwpt = ++hwpts;
		fresh->next = head;
		fresh->self = &head;
		if (head)
			head->self = &fresh->next;
		head = fresh;
	}
	printf("%.4f\n", now_ms() - start);
	return hwpts != count;
}
