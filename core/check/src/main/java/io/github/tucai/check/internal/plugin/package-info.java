/** Finding plug-ins. */
@NullMarked
package io.github.tucai.check.internal.plugin;

import org.jspecify.annotations.NullMarked;
