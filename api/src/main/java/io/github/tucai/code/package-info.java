/**
 * The collection code (采集码): its text, the claims inside, and why one is refused.
 */
@NullMarked
package io.github.tucai.code;

import org.jspecify.annotations.NullMarked;
