/** Events in a database: append-only, encrypted by record, each linked to the one before. */
@NullMarked
package io.github.tucai.core.internal.store;

import org.jspecify.annotations.NullMarked;
