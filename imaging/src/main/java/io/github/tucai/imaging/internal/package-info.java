/** The plug-ins of this module; users reach them through their contracts. */
@NullMarked
package io.github.tucai.imaging.internal;

import org.jspecify.annotations.NullMarked;
