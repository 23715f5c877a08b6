package org.xincheng.procedure.listing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.TaskForm;

/** Forms that stand behind two tasks each. */
@Configuration(proxyBeanMethods = false)
class ListingForms {

    @Bean
    TaskForm reviewDraftForm(CaseFacts cases, Drafting drafting) {
        return new ReviewForm("userTask_reviewDraft", ReviewStage.BEFORE_NOTICE, cases, drafting);
    }

    @Bean
    TaskForm reviewAfterHearingForm(CaseFacts cases, Drafting drafting) {
        return new ReviewForm("userTask_reviewAfterHearing", ReviewStage.AFTER_HEARING, cases, drafting);
    }

    @Bean
    TaskForm firstRoundForm(CaseFacts cases, Deciding deciding, RegimeTables tables, UserDirectory users) {
        return new DeliberationForm("userTask_deliberateFirstRound", false, cases, deciding, tables, users);
    }

    @Bean
    TaskForm deliberationForm(CaseFacts cases, Deciding deciding, RegimeTables tables, UserDirectory users) {
        return new DeliberationForm("userTask_deliberate", true, cases, deciding, tables, users);
    }
}
