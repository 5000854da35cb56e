/** Deciding on one graduate's photo: commands, and the rules as pure functions from the record and the facts to events or a refusal. */
@NullMarked
package io.github.tucai.campaign.internal.capture;

import org.jspecify.annotations.NullMarked;
