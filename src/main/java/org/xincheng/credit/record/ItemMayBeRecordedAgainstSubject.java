package org.xincheng.credit.record;

import java.util.Optional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.law.Gate;

/**
 * Some items may not be recorded against natural persons (广西壮族自治区社会信用条例 art. 21; rows of behaviour-restrictions.dmn).
 */
final class ItemMayBeRecordedAgainstSubject {

    private ItemMayBeRecordedAgainstSubject() {}

    /**
     * Checks an item.
     *
     * @param restriction the row that forbids it for this kind of subject, if any
     */
    static Optional<Refusal> check(Behaviour item, SubjectKind kind, Optional<Gate> restriction) {
        return restriction
                .filter(Gate::active)
                .map(gate -> Refusal.by(
                        ItemMayBeRecordedAgainstSubject.class,
                        gate,
                        item.code() + "不得对" + kind.zh() + "记录：" + gate.nameZh(),
                        item.code() + " may not be recorded against " + kind));
    }
}
