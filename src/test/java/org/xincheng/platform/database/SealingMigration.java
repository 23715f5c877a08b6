package org.xincheng.platform.database;

import org.flywaydb.core.api.migration.JavaMigration;
import org.xincheng.sealing.Sealer;

/** The migration that seals, for tests that migrate without the application. */
public final class SealingMigration {

    private SealingMigration() {}

    /** With the keys of a sealer. */
    public static JavaMigration with(Sealer sealer) {
        return new SealPersonalData(sealer);
    }
}
