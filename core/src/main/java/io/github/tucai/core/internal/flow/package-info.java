/** The rules at work: a ledger that decides and stores in one transaction, and the outbox that delivers. */
@NullMarked
package io.github.tucai.core.internal.flow;

import org.jspecify.annotations.NullMarked;
