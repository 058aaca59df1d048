const TEXTS = {
  'pt-BR': {
    skip: 'Ir para a conversa', tagline: 'Faça o papel do cliente', phones: 'Celulares', phone: 'Celular do cliente',
    addPhone: 'Novo', add: 'Adicionar', name: 'Nome no perfil', number: 'Número com código do país',
    habits: 'Este cliente', receipts: 'Confirma leitura', receiptsHint: 'A empresa vê quando ele leu',
    hide: 'Usa nome de usuário', hideHint: 'A empresa não recebe o número', menu: 'Painéis do sandbox',
    verified: 'Conta comercial', chat: 'Conversa', toEnd: 'Ir para a última mensagem', starters: 'Sugestões',
    cancel: 'Cancelar', more: 'Anexar', write: 'Mensagem', send: 'Enviar', controls: 'Controles', clock: 'Relógio da empresa',
    oneDay: '+1 dia', howFar: 'Quanto avançar', unit: 'Unidade', minutes: 'minutos', hours: 'horas', days: 'dias',
    advance: 'Avançar', faults: 'Falhas da Meta', clear: 'Desligar tudo', nextSend: 'No próximo envio da empresa',
    arm: 'Armar', team: 'Equipe', password: 'Senha', copy: 'Copiar senha', copied: 'Senha copiada',
    language: 'Idioma', local: 'Tudo fica nesta máquina', close: 'Fechar', back: 'Voltar à conversa', e_131047: 'janela de 24 horas fechada', e_131026: 'não foi possível entregar', e_131009: 'conteúdo inválido',
    online: 'conta comercial', typing: 'digitando…', you: 'Você', today: 'Hoje', yesterday: 'Ontem',
    intro: 'Celular de teste: nada daqui sai desta máquina. Escreva como cliente; quem responde é o Novelo.',
    notDelivered: 'Não chegou ao cliente', repliesTo: 'Responder', react: 'Reagir ou responder',
    location: 'Localização', contact: 'Contato', sendLocation: 'Enviar localização', sendContact: 'Enviar contato',
    sendSticker: 'Enviar figurinha', sticker: 'Figurinha', image: 'Foto', video: 'Vídeo', audio: 'Áudio', document: 'Documento',
    template: 'Modelo', unsupported: 'Mensagem de outro tipo', choose: 'Escolher', moved: 'Relógio avançado',
    ahead: 'adiantado {0}', status_waiting: 'enviando', status_sent: 'enviada', status_delivered: 'entregue', status_read: 'lida',
    unread: '{0} não lidas', noMessages: 'Sem mensagens', offline: 'Sem contato com o servidor. Tentando de novo…', next: 'próximo envio',
    no_number: 'Um número tem de 6 a 15 dígitos, com o código do país.', no_name: 'Um nome tem de 1 a 60 caracteres.', no_advance: 'O relógio só anda para a frente, no máximo 400 dias.',
    no_server: 'O servidor não responde.', no_other: 'O servidor recusou ({0}).', select: 'Selecionada; copie com Ctrl+C',
    'f_webhook-down': 'Webhook fora do ar', 'h_webhook-down': 'Guarda e reenvia quando voltar',
    'f_duplicate-webhooks': 'Webhooks em dobro', 'h_duplicate-webhooks': 'Cada entrega chega duas vezes',
    'f_reorder-webhooks': 'Fora de ordem', 'h_reorder-webhooks': 'O seguinte ultrapassa o anterior',
    'f_late-statuses': 'Status atrasados', 'h_late-statuses': 'Os tiques chegam 10 s depois',
    'f_error:130429': 'Recusar: muito rápido (130429)', 'f_error:131000': 'Recusar: erro da Meta (131000)',
    'f_error:190': 'Recusar: token inválido (190)', 'f_status-failed:131026': 'Aceitar e falhar (131026)', 'f_slow': 'Responder em 5 s',
    'f_hang': 'Nunca responder', 'f_cut': 'Aceitar e cortar a conexão', 'f_http-500': 'Página de erro 500', 'f_http-429': 'Limite do app (429)',
    s1: 'Oi!', s2: 'Minha geladeira parou de gelar', s3: 'Quanto custa um split 12.000 BTUs?', s4: 'Preciso da segunda via do boleto', s5: 'Quero cancelar meu contrato',
    g_support: 'suporte', g_sales: 'vendas', g_triage: 'triagem', g_billing: 'financeiro', g_retention: 'retenção', g_managers: 'gestão', g_designers: 'processos', g_analysts: 'análise', g_privacy: 'privacidade',
  },
  en: {
    skip: 'Skip to the chat', tagline: 'Play the customer', phones: 'Phones', phone: "Customer's phone",
    addPhone: 'New', add: 'Add', name: 'Profile name', number: 'Number with country code',
    habits: 'This customer', receipts: 'Read receipts', receiptsHint: 'The company sees when it was read',
    hide: 'Has a user name', hideHint: 'The company does not get the number', menu: 'Sandbox panels',
    verified: 'Business account', chat: 'Chat', toEnd: 'Go to the last message', starters: 'Suggestions',
    cancel: 'Cancel', more: 'Attach', write: 'Message', send: 'Send', controls: 'Controls', clock: "Company's clock",
    oneDay: '+1 day', howFar: 'How far to advance', unit: 'Unit', minutes: 'minutes', hours: 'hours', days: 'days',
    advance: 'Advance', faults: "Meta's faults", clear: 'Switch all off', nextSend: "On the company's next send",
    arm: 'Arm', team: 'Team', password: 'Password', copy: 'Copy password', copied: 'Password copied',
    language: 'Language', local: 'Nothing leaves this machine', close: 'Close', back: 'Back to the chat', e_131047: 'the 24-hour window is closed', e_131026: 'it could not be delivered', e_131009: 'invalid content',
    online: 'business account', typing: 'typing…', you: 'You', today: 'Today', yesterday: 'Yesterday',
    intro: 'A phone for trying things out: nothing leaves this machine. Write as the customer; Novelo answers.',
    notDelivered: 'Did not reach the customer', repliesTo: 'Reply', react: 'React or reply',
    location: 'Location', contact: 'Contact', sendLocation: 'Send location', sendContact: 'Send contact',
    sendSticker: 'Send sticker', sticker: 'Sticker', image: 'Photo', video: 'Video', audio: 'Audio', document: 'Document',
    template: 'Template', unsupported: 'Message of another type', choose: 'Choose', moved: 'Clock advanced',
    ahead: '{0} ahead', status_waiting: 'sending', status_sent: 'sent', status_delivered: 'delivered', status_read: 'read',
    unread: '{0} unread', noMessages: 'No messages', offline: 'The server does not answer. Trying again…', next: 'next send',
    no_number: 'A number has 6 to 15 digits, with the country code.', no_name: 'A name has 1 to 60 characters.', no_advance: 'The clock moves forwards only, by 400 days at most.',
    no_server: 'The server does not answer.', no_other: 'The server refused ({0}).', select: 'Selected; copy with Ctrl+C',
    'f_webhook-down': 'Webhook down', 'h_webhook-down': 'Kept, and sent once it is back',
    'f_duplicate-webhooks': 'Webhooks twice', 'h_duplicate-webhooks': 'Every delivery comes two times',
    'f_reorder-webhooks': 'Out of order', 'h_reorder-webhooks': 'The next overtakes the one before',
    'f_late-statuses': 'Late statuses', 'h_late-statuses': 'Ticks come 10 s later',
    'f_error:130429': 'Refuse: too fast (130429)', 'f_error:131000': "Refuse: Meta's error (131000)",
    'f_error:190': 'Refuse: invalid token (190)', 'f_status-failed:131026': 'Accept, then fail (131026)', 'f_slow': 'Answer after 5 s',
    'f_hang': 'Never answer', 'f_cut': 'Accept, then cut the connection', 'f_http-500': 'Error page 500', 'f_http-429': 'App limit (429)',
    s1: 'Hi!', s2: 'My fridge stopped cooling', s3: 'How much is a 12,000 BTU split?', s4: 'I need a copy of my invoice', s5: 'I want to cancel my contract',
    g_support: 'support', g_sales: 'sales', g_triage: 'triage', g_billing: 'billing', g_retention: 'retention', g_managers: 'managers', g_designers: 'designers', g_analysts: 'analysts', g_privacy: 'privacy',
  },
  es: {
    skip: 'Ir a la conversación', tagline: 'Haga de cliente', phones: 'Móviles', phone: 'Móvil del cliente',
    addPhone: 'Nuevo', add: 'Añadir', name: 'Nombre del perfil', number: 'Número con código de país',
    habits: 'Este cliente', receipts: 'Confirma la lectura', receiptsHint: 'La empresa ve cuándo leyó',
    hide: 'Usa nombre de usuario', hideHint: 'La empresa no recibe el número', menu: 'Paneles del sandbox',
    verified: 'Cuenta de empresa', chat: 'Conversación', toEnd: 'Ir al último mensaje', starters: 'Sugerencias',
    cancel: 'Cancelar', more: 'Adjuntar', write: 'Mensaje', send: 'Enviar', controls: 'Controles', clock: 'Reloj de la empresa',
    oneDay: '+1 día', howFar: 'Cuánto avanzar', unit: 'Unidad', minutes: 'minutos', hours: 'horas', days: 'días',
    advance: 'Avanzar', faults: 'Fallos de Meta', clear: 'Apagar todo', nextSend: 'En el próximo envío de la empresa',
    arm: 'Armar', team: 'Equipo', password: 'Contraseña', copy: 'Copiar contraseña', copied: 'Contraseña copiada',
    language: 'Idioma', local: 'Nada sale de esta máquina', close: 'Cerrar', back: 'Volver a la conversación', e_131047: 'ventana de 24 horas cerrada', e_131026: 'no se pudo entregar', e_131009: 'contenido no válido',
    online: 'cuenta de empresa', typing: 'escribiendo…', you: 'Tú', today: 'Hoy', yesterday: 'Ayer',
    intro: 'Móvil de prueba: nada sale de esta máquina. Escriba como cliente; responde Novelo.',
    notDelivered: 'No llegó al cliente', repliesTo: 'Responder', react: 'Reaccionar o responder',
    location: 'Ubicación', contact: 'Contacto', sendLocation: 'Enviar ubicación', sendContact: 'Enviar contacto',
    sendSticker: 'Enviar sticker', sticker: 'Sticker', image: 'Foto', video: 'Vídeo', audio: 'Audio', document: 'Documento',
    template: 'Plantilla', unsupported: 'Mensaje de otro tipo', choose: 'Elegir', moved: 'Reloj avanzado',
    ahead: 'adelantado {0}', status_waiting: 'enviando', status_sent: 'enviado', status_delivered: 'entregado', status_read: 'leído',
    unread: '{0} sin leer', noMessages: 'Sin mensajes', offline: 'El servidor no responde. Reintentando…', next: 'próximo envío',
    no_number: 'Un número tiene de 6 a 15 dígitos, con el código de país.', no_name: 'Un nombre tiene de 1 a 60 caracteres.', no_advance: 'El reloj solo avanza, 400 días como máximo.',
    no_server: 'El servidor no responde.', no_other: 'El servidor rechazó ({0}).', select: 'Seleccionada; copie con Ctrl+C',
    'f_webhook-down': 'Webhook caído', 'h_webhook-down': 'Se guarda y se reenvía al volver',
    'f_duplicate-webhooks': 'Webhooks dobles', 'h_duplicate-webhooks': 'Cada entrega llega dos veces',
    'f_reorder-webhooks': 'Fuera de orden', 'h_reorder-webhooks': 'El siguiente adelanta al anterior',
    'f_late-statuses': 'Estados tardíos', 'h_late-statuses': 'Las marcas llegan 10 s después',
    'f_error:130429': 'Rechazar: muy rápido (130429)', 'f_error:131000': 'Rechazar: error de Meta (131000)',
    'f_error:190': 'Rechazar: token inválido (190)', 'f_status-failed:131026': 'Aceptar y fallar (131026)', 'f_slow': 'Responder en 5 s',
    'f_hang': 'No responder nunca', 'f_cut': 'Aceptar y cortar la conexión', 'f_http-500': 'Página de error 500', 'f_http-429': 'Límite de la app (429)',
    s1: '¡Hola!', s2: 'Mi nevera dejó de enfriar', s3: '¿Cuánto cuesta un split de 12.000 BTU?', s4: 'Necesito copia de mi factura', s5: 'Quiero cancelar mi contrato',
    g_support: 'soporte', g_sales: 'ventas', g_triage: 'triaje', g_billing: 'facturación', g_retention: 'retención', g_managers: 'gestión', g_designers: 'procesos', g_analysts: 'análisis', g_privacy: 'privacidad',
  },
};

/** What was chosen here before, else the first language of the browser that we speak, else English. */
const chosen = localStorage.getItem('novelo.language');
let language = Object.hasOwn(TEXTS, chosen) ? chosen
  : navigator.languages.map((tag) => Object.keys(TEXTS).find((one) => one.slice(0, 2) === tag.slice(0, 2).toLowerCase())).find(Boolean) ?? 'en';

export const currentLanguage = () => language;

export function speak(another) {
  language = another;
  localStorage.setItem('novelo.language', another);
}

export const knows = (key) => key in TEXTS['pt-BR'];

export function t(key, ...values) {
  const text = TEXTS[language][key] ?? TEXTS['pt-BR'][key] ?? key;
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, () => value), text);
}

/** Fills every element that names its text. */
export function translate(root) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const node of root.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', t(node.dataset.i18nLabel));
    if (node.tagName === 'BUTTON') node.title = t(node.dataset.i18nLabel);
  }
  for (const node of root.querySelectorAll('[data-i18n-placeholder]')) node.placeholder = t(node.dataset.i18nPlaceholder);
}
