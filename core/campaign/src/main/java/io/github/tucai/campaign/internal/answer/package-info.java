/** What operations answer, in words. */
@NullMarked
package io.github.tucai.campaign.internal.answer;

import org.jspecify.annotations.NullMarked;
