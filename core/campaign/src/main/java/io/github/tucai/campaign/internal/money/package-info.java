/** Deciding on money of which no readable record and no school of the campaign is left. */
@NullMarked
package io.github.tucai.campaign.internal.money;

import org.jspecify.annotations.NullMarked;
