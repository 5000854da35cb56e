/**
 * What pixels tell about where a picture comes from: patterns and edges of what was photographed once more, enlarging, earlier
 * compression; and the hash by which a picture is known again.
 */
@NullMarked
package io.github.tucai.imaging.internal.forensic;

import org.jspecify.annotations.NullMarked;
