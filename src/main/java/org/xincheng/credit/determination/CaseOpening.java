package org.xincheng.credit.determination;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.CaseOpened;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/** Opens a determination on a record. */
@Service
public class CaseOpening {

    private static final String PREFIX = "RD";

    private final CaseLog log;
    private final Determinations determinations;
    private final Records records;
    private final RecordCorrections corrections;
    private final Listings listings;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final Clock clock;

    CaseOpening(
            CaseLog log,
            Determinations determinations,
            Records records,
            RecordCorrections corrections,
            Listings listings,
            Subjects subjects,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.records = records;
        this.corrections = corrections;
        this.listings = listings;
        this.subjects = subjects;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param recordNumber number of the record that gives rise to it
     * @throws BadInputException where there is no such record
     * @throws org.xincheng.credit.RefusedException where a policy forbids it
     */
    @Transactional
    public LegalCase open(String recordNumber, Actor actor) {
        var number = recordNumber == null ? "" : recordNumber.strip();
        var record = records.byNumber(number)
                .orElseThrow(() -> new BadInputException(
                        "recordNumber",
                        "没有编号为“" + (IdentityNumbers.in(number) ? "***" : number) + "”的失信行为记录，请核对后重新填写",
                        "no record with this number"));
        log.lockSubject(record.subjectId());
        require(
                redactedPersonsHaveNoNewCases(record),
                regimeAcceptsNewCases(record),
                wrongRecordsFoundNoCase(record),
                oneOpenCasePerSubjectAndGround(record),
                spentRecordsOpenNoCase(record));
        var opened = log.open(Determinations.PROCEDURE, PREFIX, record.regime(), record.subjectId(), null, actor);
        log.append(opened, actor, new CaseOpened(record.id()));
        return opened;
    }

    /** What is left of a redacted person founds no case: nobody could be told of it (个人信息保护法 art. 47). */
    private Optional<Refusal> redactedPersonsHaveNoNewCases(Record record) {
        return subjects.get(record.subjectId()).isRedacted()
                ? Optional.of(Refusal.by(
                        "redactedPersonsHaveNoNewCases",
                        tables.gate("personDataErased"),
                        "该主体的信息已脱敏处置，不能新立案件",
                        "The person has been redacted."))
                : Optional.empty();
    }

    /** A regime outside its dates takes no new case (regimes.md §C 22; WZ2022 (十六)). */
    private Optional<Refusal> regimeAcceptsNewCases(Record record) {
        var today = LegalTime.today(clock);
        var regime = tables.regime(record.regime());
        if (regime.filter(r -> r.acceptsCasesOn(today)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.by(
                "regimeAcceptsNewCases",
                tables.gate("regimeInForce"),
                "制度“" + regime.map(Regime::title).orElse(record.regime()) + "”" + state(regime) + "，不能新立案件",
                "The regime takes no new cases today."));
    }

    private static String state(Optional<Regime> regime) {
        return regime.map(r -> switch (r.status()) {
                    case EXECUTABLE -> r.validTo() == null ? "尚未施行" : "的有效期为" + r.validFrom() + "至" + r.validTo();
                    case OVERLAY -> "是对其他制度的补充要求，本身不办理案件";
                    case FRAMEWORK -> "只是框架方案，没有认定程序";
                    case MEASURES_ONLY -> "只规定惩戒措施，没有认定程序";
                    case ABOLISHED -> "已经失效";
                })
                .orElse("不在制度表内");
    }

    /** A record that an objection or a complaint found wrong founds nothing any more (WZ-ENT 四(六)). */
    private Optional<Refusal> wrongRecordsFoundNoCase(Record record) {
        return corrections.allStand(List.of(record.id()))
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "wrongRecordsFoundNoCase",
                        tables.gate("wrongInformationWithdrawn"),
                        "该记录经核实有误，已经更正或者撤销，不能据以立案；有更正后的记录的，请用其编号",
                        "The record was found wrong and has been corrected or withdrawn."));
    }

    /** At most one open case of a subject under a regime: its records are judged together (DESIGN §6, 6). */
    private Optional<Refusal> oneOpenCasePerSubjectAndGround(Record record) {
        return log.ofSubject(record.subjectId(), Determinations.PROCEDURE).stream()
                .filter(c -> c.regime().equals(record.regime()))
                .filter(c -> isOpen(c.id()))
                .findFirst()
                .map(c -> Refusal.by(
                        "oneOpenCasePerSubjectAndGround",
                        tables.gate("oneOpenListing"),
                        "该主体在同一制度下的案件" + c.number() + "正在办理，请在该案中一并处理",
                        "There is an open case of this subject under this regime."));
    }

    /** A record that a listing already rests on opens no further case (regimes.md §C 12). */
    private Optional<Refusal> spentRecordsOpenNoCase(Record record) {
        return listings.spentRank(record.id()) == 0
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "spentRecordsOpenNoCase",
                        tables.gate("spentRecords"),
                        "该记录已作为列入名单的依据，不得重复认定",
                        "The record has already led to a listing."));
    }

    private boolean isOpen(UUID caseId) {
        return determinations.load(caseId).closed().isEmpty();
    }
}
