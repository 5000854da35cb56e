/** What is on its way to the registry: sealing, queueing, sending. */
@NullMarked
package io.github.tucai.campaign.internal.delivery;

import org.jspecify.annotations.NullMarked;
