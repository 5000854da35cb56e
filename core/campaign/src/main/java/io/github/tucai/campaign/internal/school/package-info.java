/** Deciding on one school: commands, and the rules as pure functions from them and the facts to an event or a refusal. */
@NullMarked
package io.github.tucai.campaign.internal.school;

import org.jspecify.annotations.NullMarked;
