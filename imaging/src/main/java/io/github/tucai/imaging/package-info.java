/**
 * The imaging module.
 *
 * <p>The largest network, which tells hair, skin, clothes and accessories apart, computes partly in eight bits. That halves
 * its time and changes what it says about four pixels in a thousand, fewer than a crop shifted by one pixel does. The system
 * property {@code tucai.imaging.precision}, read once, takes {@code precise} for 32 bits throughout, or {@code fast}, which
 * it is by default. On processors that overflow in eight bits, as x64 ones without VNNI do, it is precise in any case. The
 * digests in the results name the network that was used.
 *
 * <h2>Memory</h2>
 *
 * <p>Everything runs on the caller's thread. Between checks the analyzer keeps less than 3 MiB of heap alive. Resident on Linux
 * (JDK 17, G1, {@code -Xmx512m}, 220 portraits of up to 1.8 million pixels over and over on the same two threads) were 477 MiB
 * after 500 checks and 483 after 1,500: 144 of heap, 40 of mapped files and 299 of everything else, which is 218 where checks
 * come one after the other: the networks keep what as many runs compute in as there were at once.
 *
 * <p>Callers do well to check on threads that stay. The platform's decoder takes much native memory for a progressive JPEG and
 * gives it back, and so does the just-in-time compiler, but glibc keeps what is given back in the arena of the thread that took
 * it, of which there are up to eight for each processor. Checking on two new threads for each hundred left 488 MiB after 1,000
 * checks and 500 after 1,500, of which no more was in use than before; in the end as many arenas are full as may be. {@code
 * MALLOC_ARENA_MAX=2} in the environment ends that: pictures decoded on ever new threads, of which 71 MiB were kept free after
 * 2,400 and 109 after 4,000, then left 56 from the first 400 on. {@code jcmd PID System.trim_native_heap} gives back what is
 * free. Over 10,000 checks on two threads that stay, with all of the heap resident from the start, 831 MiB after the first
 * thousand became 835 after half of them and 843 in the end, and the live heap stayed between 41 and 44; {@code benchmarks.jar
 * memory} of the examples measures this on the machine at hand.
 *
 * <h2>How right the checks are</h2>
 *
 * <p>On 220 labelled portraits, with the limits of {@code CN-DEGREE}, equal error rates in per cent (fine, faulty): eyes
 * open 0.0 (206, 4); tint 0.0 (212, 8); glasses 0.0 (26, 194); head covering 0.3 (187, 22); colour 0.5 (215, 5); glare 2.0
 * (197, 4); mouth closed 2.6 (169, 35); uniform background 3.2 (94, 126); hair over ears 5.1 (110, 43); frontal 5.2 (137,
 * 19); blue top 5.9 (164, 20); necklace 7.8 (190, 15); distance of the eyes 8.1 (200, 14); ears visible 8.5 (72, 80);
 * shadow on the face 8.7 (186, 12); hair over brows 9.7 (191, 10); earrings 11.2 (185, 18); pattern of the top 13.8 (168,
 * 15). The limits were chosen on these pictures and with fewer than ten faulty ones a rate says little. Over the 14 labels
 * with at least ten of each the mean is 6.4 and the median 6.8; over the pictures on which a second reading of the labels
 * agrees, which leaves out matters of degree, 3.5 and 1.3.
 *
 * <p>No recapture is suspected of 104 genuine photographs, of 310 copies of them resized and saved again and of 143 taken once
 * more by a simulated camera. Of simulated recaptures of 80 of them, sharp and with a face, are suspected: prints in dots 135
 * of 135; computers' screens 65 of 74 and phones' sent by a messenger 62 of 73, but only 31 of 49 where a pixel of the screen
 * is no larger than 1.1 of the camera; inkjets' prints 12 of 73 and photo shops' 13 of 68, all by the border of the sheet and
 * none of 103 without. Limits were chosen with these in view; 35 recaptures and 14 controls of another seed, made afterwards,
 * gave the same: dots 10 of 10, screens 11 of 13, other prints 1 of 12, controls none. All these are simulated ({@code
 * SimulateRecaptures} of {@code examples/calibration}), so real ones may differ: those of the test data, a screen, a print and
 * a drawn moiré, are found 9 times of 9, and the one real recapture among the portraits, a sheet held close, is not.
 *
 * <p>Of 177 portraits that are sharp and large enough, {@code retouched} fails 5 and is unsure of 16 (with the texture it
 * looked at before 7 and 21): four of the 5 are of two generators of flattering portraits; of the other 163 it fails one, a
 * generated one, and is unsure of 8; of 85 photographs none and 4. Retouched are the portraits of 74 faces from five sources, by
 * chance from hardly to strongly ({@code SimulateRetouching} likewise; another simulation chose the measure). Of controls
 * through the same files none of 126 fails and 4 are unsure, 52 of them a little out of focus. Of those of at least half the
 * strength, fail and unsure: smoothed skin 1 and 15 of 34, whitened 0 and 8 of 32, eyes enlarged and cheeks narrowed 0 and 4 of
 * 34, all three together 7 and 25 of 59; of weaker ones none and 7 of 109. By texture alone, at two false alarms in a hundred of
 * the first simulation's controls, smoothing of 0.6, 0.8 and 1 was found in 36, 60 and 82 per cent, before in 6, 16 and 47. Slight
 * retouching is not found: skin differs more between people than it does by that. Shape tells little, since irises measure 0.075
 * to 0.105 of a face's width without it.
 *
 * <p>Of 192 portraits made smaller and saved at a quality of 70 to 95, alone, after a gentler compression or after a harder one
 * with resizing in between, none is found to have been compressed harder before. Saved at a quality of 30 to 75 first and 20 or
 * more above that afterwards, all but one are found, the quality to within 5 in all but 33 (75 after 55); 10 above it 50 (85
 * after 75) or none (75 after 65). Cut in between, mostly by other than multiples of eight pixels, 95 after 30 finds 191, 95
 * after 55 finds 177, 90 after 45 finds 172, 85 after 30 finds 184, but 85 after 55 only 38 and 75 after 45 only 9 ({@code
 * SimulateCompressions} likewise). Of the portraits as they are, whose past nobody wrote down, 10 saved at a quality of
 * 100 were at 74 or 90 before, and 40 of the 58 cut out of larger pictures at 74; no other is found. Photos that went through a
 * messenger are compressed twice as a rule: this is advice on what a photo lost, and no evidence of retouching or recapture.
 *
 * <p>The rule for the limits, the whole table and the rates by group stand in the package {@code internal.check} of the core.
 */
@NullMarked
package io.github.tucai.imaging;

import org.jspecify.annotations.NullMarked;
