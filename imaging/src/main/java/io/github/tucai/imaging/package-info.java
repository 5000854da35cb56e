/**
 * The imaging module.
 *
 * <p>The largest network, which tells hair, skin, clothes and accessories apart, computes partly in eight bits. That halves
 * its time and changes what it says about four pixels in a thousand, fewer than a crop shifted by one pixel does. The system
 * property {@code tucai.imaging.precision}, read once, takes {@code precise} for 32 bits throughout, or {@code fast}, which
 * it is by default. On processors that overflow in eight bits, as x64 ones without VNNI do, it is precise in any case. The
 * digests in the results name the network that was used.
 */
@NullMarked
package io.github.tucai.imaging;

import org.jspecify.annotations.NullMarked;
