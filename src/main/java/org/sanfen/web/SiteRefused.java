package org.sanfen.web;

/** A setting of the operator that can't be used; the message is one sentence for the operator, who can mend it. */
public class SiteRefused extends RuntimeException {

    public SiteRefused(String sentence) {
        super(sentence);
    }
}
