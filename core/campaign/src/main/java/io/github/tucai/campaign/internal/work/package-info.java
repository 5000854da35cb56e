/** What happens by the clock, on the one scheduler. */
@NullMarked
package io.github.tucai.campaign.internal.work;

import org.jspecify.annotations.NullMarked;
