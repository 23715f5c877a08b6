package org.xincheng.credit.cases;

import java.time.LocalDate;
import java.util.Optional;

/** A case that can find a listing wrong and revoke it. */
public interface RevokesListings {

    /** The day on which this case revoked a listing; empty where it has revoked none. */
    Optional<LocalDate> revokedOn();
}
