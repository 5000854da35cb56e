/** The database: opening it, bringing its tables up to date, transactions that are run again when they lose a race. */
@NullMarked
package io.github.tucai.campaign.internal.db;

import org.jspecify.annotations.NullMarked;
