/** The working-day calendar of China as published year by year. */
@NullMarked
package io.github.tucai.campaign.internal.calendar;

import org.jspecify.annotations.NullMarked;
