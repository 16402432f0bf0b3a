/** Texte du modèle ; inclus tel quel dans le schéma, un niveau de titre plus bas. */
export const TEXTE_FICHE_TECHNIQUE = `
:: encadre info | L'essentiel
**Objectif** : {{objectif}}

**Forme** : {{forme}} ({{fondement}}). **Communes** : {{nombre(communes)}}. **Entrée** : {{entree}}.

**Pilotes** : {{pilote_elu}} (élu), {{pilote_technique}} (technique). Version {{version}}.
:: fin

# Constat
{{constat}}

:: si renseigne(chiffres)
:: tableau {{champ|capitale}} : chiffres du constat
entetes | Indicateur | Valeur > | Source et millésime
:: pour c dans chiffres
ligne | {{c.libelle}} | {{c.valeur}} | {{c.source}}
:: fin
:: fin
:: fin

# Périmètre
Communes adhérentes à compter du {{entree}} : {{joindre(communes)}}.

Missions incluses :
:: pour m dans missions
- {{m}} ;
:: fin

Missions exclues :
:: pour m dans exclusions
- {{m}} ;
:: fin

# Forme juridique et actes
La forme retenue est : {{forme}} ({{fondement}}). Le schéma ne crée rien par lui-même ; sont nécessaires :
:: pour a dans actes
- {{a}} ;
:: fin

# Organisation cible
{{organisation}}

# Moyens
## Moyens humains
{{moyens_humains}}

Effectif consacré : {{etp_avant}} avant, {{etp_apres}} après, soit un écart de {{etp_apres - etp_avant|ecart}}.

## Moyens matériels et locaux
{{moyens_materiels}}

## Moyens financiers
:: tableau {{champ|capitale}} : coût complet annuel
entetes | Poste | Montant >
ligne | Coût complet avant | {{cout_avant}}
ligne | Coût complet après | {{cout_apres}}
ligne | Écart annuel en régime établi | {{cout_apres - cout_avant|ecart}}
ligne | Investissement de départ | {{investissement}}
:: fin

:: si renseigne(gains)
:: tableau {{champ|capitale}} : économies réelles (négatif : surcoût)
entetes | Année | Montant >
:: pour g dans gains
ligne | {{g.annee}} | {{g.montant|ecart}}
:: fin
total | Cumul | {{somme(gains.montant)|ecart}}
:: fin
:: fin

Hypothèses : {{hypotheses}}

:: si renseigne(couts_evites)
Coûts évités (non additionnés aux économies) : {{couts_evites}}
:: fin
:: si renseigne(valeur_de_service)
Valeur de service (sans chiffre) : {{valeur_de_service}}
:: fin

## Financement et clé de répartition
{{financement}}

:: si renseigne(parts)
:: tableau {{champ|capitale}} : exemple chiffré par commune
entetes | Commune | Montant >
:: pour p dans parts
ligne | {{p.commune}} | {{p.montant}}
:: fin
total | Total | {{somme(parts.montant)}}
:: fin
:: fin

# Indicateurs de suivi
:: tableau {{champ|capitale}} : indicateurs
entetes | Indicateur | Valeur initiale > | Cible > | Source
:: pour i dans indicateurs
ligne | {{i.libelle}} | {{i.initiale}} | {{i.cible}} | {{i.source}}
:: fin
:: fin

# Calendrier
:: tableau {{champ|capitale}} : étapes
entetes | Étape | Échéance | Responsable
:: pour e dans calendrier
ligne | {{e.etape}} | {{e.echeance}} | {{e.responsable}}
:: fin
:: fin

# Risques
:: tableau {{champ|capitale}} : risques et parades
entetes | Risque | Parade | Porteur
:: pour r dans risques
ligne | {{r.risque}} | {{r.parade}} | {{r.porteur}}
:: fin
:: fin

# Sortie et révision
{{sortie}}
`;
