/** Finding plug-ins. */
@NullMarked
package io.github.tucai.core.internal.plugin;

import org.jspecify.annotations.NullMarked;
