/** What must not be read: keys and what lies under them, photos as encrypted files, values to look up blindly, wrong second factors, erasure. */
@NullMarked
package io.github.tucai.campaign.internal.secret;

import org.jspecify.annotations.NullMarked;
