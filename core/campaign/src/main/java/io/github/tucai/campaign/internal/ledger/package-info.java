/** Deciding and appending in one transaction: the log of events, their stored form and the chain that links them. */
@NullMarked
package io.github.tucai.campaign.internal.ledger;

import org.jspecify.annotations.NullMarked;
