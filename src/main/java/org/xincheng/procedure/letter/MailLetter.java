package org.xincheng.procedure.letter;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.notice.LetterMailer;

/** Step 发送副本: mails the letter named by {@code letterId}; a failure is thrown on, so that the engine tries again. */
@Component("mailLetter")
class MailLetter implements JavaDelegate {

    private final LetterMailer mailer;

    MailLetter(LetterMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mailer.mail(UUID.fromString((String) execution.getVariable(LetterMailProcess.LETTER_ID)));
    }
}
