package org.xincheng.procedure.objection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Acceptance;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.objection.Verification;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.TaskForm;

/** Forms and summaries that both instances share. */
@Configuration(proxyBeanMethods = false)
class RemedyForms {

    @Bean
    TaskForm checkObjectionForm(CaseFacts cases, Acceptance acceptance, Remedies remedies, ExpertPanel panel) {
        return new CheckRemedyForm(RemedyKind.OBJECTION, cases, acceptance, remedies, panel);
    }

    @Bean
    TaskForm checkComplaintForm(CaseFacts cases, Acceptance acceptance, Remedies remedies, ExpertPanel panel) {
        return new CheckRemedyForm(RemedyKind.COMPLAINT, cases, acceptance, remedies, panel);
    }

    @Bean
    TaskForm decideObjectionForm(CaseFacts cases, Verification verification, Remedies remedies) {
        return new DecideRemedyForm(RemedyKind.OBJECTION, cases, verification, remedies);
    }

    @Bean
    TaskForm decideComplaintForm(CaseFacts cases, Verification verification, Remedies remedies) {
        return new DecideRemedyForm(RemedyKind.COMPLAINT, cases, verification, remedies);
    }

    @Bean
    CaseSummary objectionSummary(
            Determinations determinations,
            Listings listings,
            Letters letters,
            Records records,
            Subjects subjects,
            RegimeTables tables,
            UserDirectory users) {
        return new RemedySummary(
                RemedyKind.OBJECTION, determinations, listings, letters, records, subjects, tables, users);
    }

    @Bean
    CaseSummary complaintSummary(
            Determinations determinations,
            Listings listings,
            Letters letters,
            Records records,
            Subjects subjects,
            RegimeTables tables,
            UserDirectory users) {
        return new RemedySummary(
                RemedyKind.COMPLAINT, determinations, listings, letters, records, subjects, tables, users);
    }
}
