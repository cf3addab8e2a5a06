/*
 * compare-tables PASIDS [scattered]
 *
 * Two copies of a full PASID table, 64 bytes an entry, are compared page by page, as a global invalidation that finds
 * nothing changed must; the guest's pages lie side by side, or in no order. Prints the milliseconds of one comparison.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ENTRY = 64, PAGE = 4096 };

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* The step has no divisor in common with a power of two: every page once. */
static size_t place_of(size_t page, size_t pages)
{
	return page * 40503 % pages;
}

static size_t changed_pages(unsigned char *const *guest, const unsigned char *known, size_t pages)
{
	size_t changed = 0;

	for (size_t page = 0; page < pages; page++)
		changed += memcmp(guest[page], known + page * PAGE, PAGE) != 0;
	return changed;
}

int main(int argc, char **argv)
{
	size_t pages = (argc > 1 ? strtoul(argv[1], NULL, 10) : 0) * ENTRY / PAGE, bytes = pages * PAGE;
	unsigned char *memory = malloc(bytes), *known = malloc(bytes);
	/* As a directory has them. */
	unsigned char **guest = malloc(pages * sizeof(*guest));

	if (!pages || !memory || !known || !guest)
		return 1;
	for (size_t page = 0; page < pages; page++)
		guest[page] = memory + (argc > 2 ? place_of(page, pages) : page) * PAGE;
	for (size_t at = 0; at < bytes; at++)
		known[at] = at * 31 >> 3;
	for (size_t page = 0; page < pages; page++)
		memcpy(guest[page], known + page * PAGE, PAGE);
	/* The first time is the caches'. */
	if (changed_pages(guest, known, pages))
		return 1;
	double start = now_ms();
	size_t changed = changed_pages(guest, known, pages);
	printf("%.4f\n", now_ms() - start);
	return changed != 0;
}
