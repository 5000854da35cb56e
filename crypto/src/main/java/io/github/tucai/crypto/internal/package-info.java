/** What the module provides to {@link java.util.ServiceLoader}. */
@NullMarked
package io.github.tucai.crypto.internal;

import org.jspecify.annotations.NullMarked;
