/**
 * The imaging module.
 *
 * <p>The largest network, which tells hair, skin, clothes and accessories apart, computes partly in eight bits: in half the time,
 * with hardly another result. The system property {@code tucai.imaging.precision}, read once, takes {@code precise} for 32 bits
 * throughout, or {@code fast}, which it is by default. On processors that overflow in eight bits, as x64 ones without VNNI do, it
 * is precise in any case. The digests in the results name the network that was used.
 *
 * <p>Everything runs on the caller's thread. Callers do well to check on threads that stay: decoding takes native memory and gives
 * it back, but glibc keeps that in the arena of the thread that took it. Where threads come and go, {@code MALLOC_ARENA_MAX=2} in
 * the environment ends that. {@code benchmarks.jar memory} of the examples shows what a process holds on the machine at hand.
 *
 * <p>How right the checks are, what is told of recaptures, retouching and earlier compression, and what memory was measured when
 * stand in the project's repository: {@code examples/calibration/pages/checks.md} and {@code imaging.md} beside it.
 */
@NullMarked
package io.github.tucai.imaging;

import org.jspecify.annotations.NullMarked;
