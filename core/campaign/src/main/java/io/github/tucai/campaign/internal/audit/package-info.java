/** The audit of the log: its chain recomputed, and the anchors over all heads. */
@NullMarked
package io.github.tucai.campaign.internal.audit;

import org.jspecify.annotations.NullMarked;
