/** What several packages of values share and no user needs. */
@NullMarked
package io.github.tucai.internal;

import org.jspecify.annotations.NullMarked;
