/** What happens by the clock; the scheduler that runs it is still made in the room delivery. */
@NullMarked
package io.github.tucai.campaign.internal.work;

import org.jspecify.annotations.NullMarked;
