/**
 * Plug-in contracts. Users call types in the other packages; plug-in authors implement these.
 */
@NullMarked
package io.github.tucai.spi;

import org.jspecify.annotations.NullMarked;
