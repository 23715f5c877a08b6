package org.xincheng.supervision.letter;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.service.ServiceOrder;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.notice.UnservedLetter;
import org.xincheng.notice.UnservedLetter.State;
import org.xincheng.notice.UnservedLetters;
import org.xincheng.notice.UnservedLetters.Wanted;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.procedure.service.ServiceTasks;
import org.xincheng.procedure.service.ServiceTasks.ServiceTask;

/** Puts the list together from the letters, the store and the engine's open tasks. */
@Service
class UnservedLines {

    private final UnservedLetters letters;
    private final ServiceOrder order;
    private final ServiceTasks tasks;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Clock clock;

    UnservedLines(
            UnservedLetters letters,
            ServiceOrder order,
            ServiceTasks tasks,
            Subjects subjects,
            AuditLog audit,
            Clock clock) {
        this.letters = letters;
        this.order = order;
        this.tasks = tasks;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rows of the list; the reading of every natural person among them is logged, masked or not (DESIGN §6, 14). */
    @Transactional
    public List<UnservedLine> find(Optional<Wanted> wanted, int limit, int offset, String reader) {
        var found = letters.find(wanted, limit, offset);
        var open = tasks.ofCases(
                found.stream().map(UnservedLetter::caseNumber).distinct().toList());
        Map<UUID, Subject> addressees = new HashMap<>();
        found.forEach(letter -> addressees.computeIfAbsent(letter.subjectId(), subjects::get));
        addressees.values().stream()
                .filter(Subject::isPerson)
                .forEach(person -> audit.read(reader, person.id(), "未送达文书清单", UnservedPages.PATH));
        return found.stream()
                .map(letter -> line(letter, addressees.get(letter.subjectId()), open.get(letter.id())))
                .toList();
    }

    private UnservedLine line(UnservedLetter letter, Subject addressee, ServiceTask task) {
        var issuedOn = LegalTime.dateOf(letter.issuedAt());
        boolean toServe = letter.state() == State.NOT_TRIED || letter.state() == State.FAILED;
        return new UnservedLine(
                letter.id(),
                letter.number(),
                letter.title(),
                letter.caseNumber(),
                addressee.displayName(),
                ChineseDates.day(issuedOn),
                ChronoUnit.DAYS.between(issuedOn, LegalTime.today(clock)),
                letter.state(),
                letter.failures(),
                letter.failed().stream().map(ServiceMethod::zh).collect(Collectors.joining("、")),
                letter.triedOn().map(ChineseDates::day).orElse(""),
                toServe ? order.next(letter.failed(), letter.subjectId()) : null,
                letter.mail(),
                task == null ? null : task.id(),
                task == null || task.due() == null ? "" : ChineseDates.day(LegalTime.dateOf(task.due())),
                task != null && task.late());
    }
}
