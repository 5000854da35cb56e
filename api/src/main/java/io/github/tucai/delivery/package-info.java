/**
 * What goes to the registry and what comes back.
 */
@NullMarked
package io.github.tucai.delivery;

import org.jspecify.annotations.NullMarked;
