/** Texte du modèle, dans la notation des modèles. */
export const TEXTE_RAPPORT_ANNUEL = `
:: encadre droit | Pourquoi ce rapport
Chaque année, lors du débat d'orientation budgétaire ou, à défaut, du vote du budget, l'avancement du schéma fait l'objet d'une communication du président à l'organe délibérant (CGCT, art. L. 5211-39-1). Elle ne donne pas lieu à un vote. Elle est faite ici à l'occasion du {{cadre_budgetaire}}.
:: fin

# Faits marquants
:: pour f dans faits
- {{f}}
:: fin

# Avancement des actions
:: tableau Actions du schéma, à la date de ce rapport
entetes | Action | Axe | Avancement > | État | Suite
:: pour a dans actions
ligne | {{a.action}} | {{a.axe}} | {{a.avancement}} | {{a.etat|capitale}} | {{a.suite}}
:: fin
:: fin

# Activité, effectifs et coûts
:: si nombre(services) > 0
:: tableau Services mutualisés en {{annee}}
entetes | Service | Communes > | ETP > | Activité | Coût net > | Refacturé >
:: pour s dans services
ligne | {{s.service}} | {{s.communes}} | {{s.etp|deux-decimales}} | {{s.activite}} | {{s.cout}} | {{s.refacture}}
:: fin
total | Total | | {{somme(services.etp)|deux-decimales}} | | {{somme(services.cout)}} | {{somme(services.refacture)}}
:: fin
:: sinon
Aucun service mutualisé n'a fonctionné en {{annee}}.
:: fin

# Gains et hypothèses
{{gains}}

:: si renseigne(achats)
# Groupements de commandes
{{achats}}
:: fin

:: si renseigne(parc)
# Partage de biens
{{parc}}
:: fin

# Dialogue social et climat
{{climat}}

# Difficultés
{{difficultes}}

# Programme de l'année suivante
:: pour p dans programme
1. {{p}}
:: fin

:: si nombre(par_commune) > 0
:: annexe annexe-communes | Ce que la mutualisation apporte et coûte à chaque commune
:: tableau Participation par commune en {{annee}}
entetes | Commune | Services utilisés | Participation >
:: pour c dans par_commune
ligne | {{c.commune}} | {{c.services}} | {{c.montant}}
:: fin
total | Total | | {{somme(par_commune.montant)}}
:: fin
:: fin
:: fin
`;
