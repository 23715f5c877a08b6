package org.xincheng.procedure.letter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterIssued;
import org.xincheng.notice.LetterFiles;
import org.xincheng.notice.MailQueue;

/** Starts {@code letter-mail}, one instance per letter, and has a sending tried again on request. */
@Component
class LetterMailProcess implements MailQueue {

    static final String KEY = "letter-mail";
    static final String LETTER_ID = "letterId";
    static final String CASE_NUMBER = "caseNumber";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final LetterFiles files;

    LetterMailProcess(RuntimeService runtime, ManagementService management, LetterFiles files) {
        this.runtime = runtime;
        this.management = management;
        this.files = files;
    }

    /** In the issuing transaction: a letter has its mail process, or neither of them exists. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LetterIssued letter) {
        start(letter.letterId(), letter.caseNumber());
    }

    @Override
    @Transactional
    public void sendNow(Letter letter) {
        String caseNumber = files.get(letter.id()).caseNumber();
        List<ProcessInstance> underWay = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber, KEY)
                .variableValueEquals(LETTER_ID, letter.id().toString())
                .list();
        if (underWay.isEmpty()) {
            start(letter.id(), caseNumber);
            return;
        }
        for (ProcessInstance instance : underWay) {
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(this::makeDue);
        }
    }

    private void makeDue(Job job) {
        if (job.getRetries() == 0) {
            // One more try: it closes the incident, and a further failure opens the next.
            management.setJobRetries(job.getId(), 1);
        }
        management.setJobDuedate(job.getId(), null);
    }

    private void start(UUID letterId, String caseNumber) {
        runtime.startProcessInstanceByKey(
                KEY, caseNumber, Map.of(LETTER_ID, letterId.toString(), CASE_NUMBER, caseNumber));
    }
}
