/*
 * attach-pasids COUNT
 *
 * On the kernel's iommufd mock: COUNT first-stage HWPTs, each attached to a PASID of its own, and detached again.
 * Prints the milliseconds of the loop that attaches and of the loop that detaches, as "ATTACH DETACH".
 *
 * The same calls in the same order as programs/attach-pasids.ts.
 */

#include "mock.h"

int main(int argc, char **argv)
{
	uint32_t count = argc > 1 ? atoi(argv[1]) : 0;
	uint32_t *hwpts = calloc(count + 1, sizeof(*hwpts));

	if (!hwpts || count < 1)
		return 1;
	struct mock mock = make_mock();
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		hwpts[pasid] = alloc_first_stage(mock.dev, mock.parent, pasid);

	double start = now_ms();
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		attach(mock.stdev, pasid, hwpts[pasid]);
	double attached = now_ms();
	for (uint32_t pasid = 1; pasid <= count; pasid++)
		detach(mock.stdev, pasid);
	double detached = now_ms();

	for (uint32_t pasid = 1; pasid <= count; pasid++)
		destroy(hwpts[pasid]);
	free_mock(mock);
	printf("%.4f %.4f\n", attached - start, detached - attached);
	return 0;
}
