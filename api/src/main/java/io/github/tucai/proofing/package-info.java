/** Proofing of the finished photos by the school, and the feedback form of annex 3 (N2.4b, N2.4c, A3). */
@NullMarked
package io.github.tucai.proofing;

import org.jspecify.annotations.NullMarked;
