/** Rows that are made from the events of a campaign, for what would take too long to replay. */
@NullMarked
package io.github.tucai.campaign.internal.view;

import org.jspecify.annotations.NullMarked;
