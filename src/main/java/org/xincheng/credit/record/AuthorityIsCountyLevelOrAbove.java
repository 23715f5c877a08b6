package org.xincheng.credit.record;

import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;

/** Dishonesty is determined by authorities of county level or above (WZ2022 (九) 「县级以上(含县级)」). */
final class AuthorityIsCountyLevelOrAbove {

    private AuthorityIsCountyLevelOrAbove() {}

    static Optional<Refusal> check(AuthorityLevel level, Gate gate) {
        if (!gate.active() || level.compareTo(AuthorityLevel.COUNTY) >= 0) {
            return Optional.empty();
        }
        return Optional.of(Refusal.by(
                AuthorityIsCountyLevelOrAbove.class,
                gate,
                "作出文书的机关为" + level.zh() + "，失信行为应当由县级以上（含县级）机关认定",
                "the issuer is below county level"));
    }
}
