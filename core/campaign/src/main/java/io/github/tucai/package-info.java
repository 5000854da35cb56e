/**
 * A campaign: {@link io.github.tucai.Tucai} and its services. {@link io.github.tucai.WorkingDays} counts deadlines and needs no
 * database, as judging photos with {@link io.github.tucai.check.PhotoChecker} does.
 */
@NullMarked
package io.github.tucai;

import org.jspecify.annotations.NullMarked;
