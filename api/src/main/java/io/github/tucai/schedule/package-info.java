/**
 * When capture is open: campaigns, regions, windows, hours and deadlines.
 *
 * <p>Dates are inclusive at both ends, as the notice writes them; times of day are half-open. All local times are those of
 * {@link io.github.tucai.schedule.Campaign#ZONE}.
 */
@NullMarked
package io.github.tucai.schedule;

import org.jspecify.annotations.NullMarked;
